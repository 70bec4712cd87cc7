import {
  MergeRequest,
  peopleManagePermission,
} from 'backstage-plugin-adoption-metrics-common';
import { RouteHandlers } from '../http';
import { DeveloperPreviewer } from './DeveloperPreviewer';
import { PersonalDataService } from './PersonalDataService';
import { Pseudonymizer } from './pseudonym';
import { developersToCsv } from './tables';

/** Routes about personal data, for everyone and for those who manage it. */
export function createPeopleRoutes(handles: {
  personalData: PersonalDataService;
  previewer: DeveloperPreviewer;
  pseudonymize: Pseudonymizer;
}) {
  const { personalData, previewer, pseudonymize } = handles;
  const pseudonymous = ({ merges }: MergeRequest) =>
    merges.map(({ from, into }) => ({
      from: pseudonymize(from),
      into: pseudonymize(into),
    }));

  return {
    'GET /me': ({ credentials }) =>
      personalData.read(credentials.principal.userEntityRef),
    'PUT /me': async ({ credentials, body }) => {
      const { userEntityRef } = credentials.principal;
      await personalData.setOptedOut(userEntityRef, body.optedOut);
      return personalData.read(userEntityRef);
    },
    'POST /people/forget': {
      // A log entry that names the person would not let them be forgotten.
      auditMeta: ({ body: { stop } }) => ({ stop }),
      answer: async ({ body: { entityRef, stop }, audit }) => {
        const outcome = await personalData.forget(entityRef, { stop });
        audit({ outcome });
        return outcome;
      },
    },
    'POST /people/merge': {
      auditMeta: ({ body }) => ({ merges: pseudonymous(body) }),
      answer: async ({ body, audit }) => {
        const outcome = await personalData.merge(body.merges);
        audit({ outcome });
        return outcome;
      },
    },
    'GET /developers': {
      answer: async ({ query: { names }, demand, visibility }) => {
        if (names) {
          await demand(peopleManagePermission);
        }
        return previewer.preview({ names }, visibility);
      },
      csv: developersToCsv,
    },
  } satisfies RouteHandlers;
}
