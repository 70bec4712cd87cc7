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

/** A past that comes from elsewhere. */
export const historyRoutes = defineRoutes({
  'POST /history/imports': {
    id: 'prepareImport',
    tag: 'Collection',
    summary: 'Preview what an import of past activity would bring',
    description:
      'Nothing is imported before it is started. Of a table, what is kept until then names people by pseudonyms only.',
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
    summary: 'Imports of past activity and how far they are, newest first',
    caller,
    answer: ImportListSchema,
  },
  'POST /history/imports/start': {
    id: 'startImport',
    tag: 'Collection',
    summary: 'Import what was previewed, in the background',
    description:
      'Days that were measured here or imported before stay as they are, so that starting again after a failure is free.',
    caller,
    body: ImportStartSchema,
    answer: ImportSchema,
    errors: [404, 409],
    audit: { eventId: 'history-import-start', severity: 'high' },
    example: { body: { id: 1 } },
  },
});
