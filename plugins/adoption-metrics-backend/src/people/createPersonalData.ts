import { AuditorService } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { AccessControl } from '../http';
import { PersonalData, PersonActivityReader } from '../parts';
import { ReportingZone } from '../time';
import { DatabasePersonRecordStore } from './DatabasePersonRecordStore';
import { DeveloperPreviewer } from './DeveloperPreviewer';
import { createPeopleRouter } from './peopleRoutes';
import { Pseudonymizer } from './pseudonym';

/**
 * Shows people what is held about them, and lets it be merged and deleted in
 * all folders at once.
 *
 * @param held - what each folder holds about people
 */
export function createPersonalData(handles: {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  access: AccessControl;
  auditor: AuditorService;
  pseudonymize: Pseudonymizer;
  previewer: DeveloperPreviewer;
  activity: PersonActivityReader;
  held: PersonalData[];
}) {
  const { knex, zone, clock, access, auditor, held } = handles;
  const { pseudonymize, previewer, activity } = handles;
  const tables = held.flatMap(each => each.tables ?? []);
  return {
    part: {
      routers: [
        createPeopleRouter({
          access,
          auditor,
          clock,
          zone,
          pseudonymize,
          previewer,
          activity,
          records: new DatabasePersonRecordStore(knex, tables),
          signedActs: held.flatMap(each => each.signedActs ?? []),
        }),
      ],
    },
  };
}
