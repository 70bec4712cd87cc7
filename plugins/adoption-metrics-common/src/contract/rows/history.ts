import { peopleManagePermission } from '../../permissions';
import { manager } from '../callers';
import { defineRoutes } from '../routes';
import {
  ImportListSchema,
  ImportRequestSchema,
  ImportSchema,
  ImportStartSchema,
} from '../schemas';

const caller = manager(peopleManagePermission);

/** History imported from other tools. */
export const historyRoutes = defineRoutes({
  'POST /history/imports': {
    id: 'prepareImport',
    tag: 'Collection',
    summary: 'Preview an import of past activity',
    description:
      'Nothing is imported until the import is started. Until then, a table is stored with pseudonyms only.',
    caller,
    body: ImportRequestSchema,
    largeBody: true,
    answer: ImportSchema,
    errors: [409],
    audit: { eventId: 'history-import-prepare', severity: 'medium' },
    example: {
      body: {
        source: 'csv',
        csv: 'day,person,plugin,action,count\n2026-10-01,user:default/ada,catalog,navigate,3\n',
      },
    },
  },
  'GET /history/imports': {
    id: 'getImports',
    tag: 'Collection',
    summary: 'Imports of past activity and their progress, newest first',
    caller,
    answer: ImportListSchema,
  },
  'POST /history/imports/start': {
    id: 'startImport',
    tag: 'Collection',
    summary: 'Start a previewed import in the background',
    description:
      'Days already measured or imported stay unchanged, so it is safe to start again after a failure.',
    caller,
    body: ImportStartSchema,
    answer: ImportSchema,
    errors: [404, 409],
    audit: { eventId: 'history-import-start', severity: 'high' },
    example: { body: { id: 1 } },
  },
});
