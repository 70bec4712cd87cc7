import { Knex } from 'knex';
import {
  activityPersonTables,
  DatabaseActivityStore,
  DatabaseLifecycleStore,
  DatabasePersonActivityReader,
  DatabaseUseStore,
} from './activity';
import { AcknowledgementStore, DatabaseAlertStore, MuteStore } from './alerts';
import {
  DatabaseCatalogScanStore,
  DatabaseEntityAgeStore,
  DatabaseScanJournal,
  DatabaseVerificationStore,
  OwnerNoticeStore,
} from './catalog';
import { AdoptionMetricsConfig } from './config';
import { SettingsStore } from './database';
import { DatabasePageLoadStore } from './pageLoad';
import {
  DatabaseDeveloperStore,
  DatabasePeopleStore,
  DatabasePersonRecordStore,
  DatabaseTeamStore,
} from './people';
import {
  AnnotationStore,
  DatabaseProgrammeStore,
  DatabaseProgrammeWeekStore,
} from './programme';
import { DatabaseSampleStore } from './samples';
import {
  DayCloseStore,
  DefinitionStore,
  SampleHistoryStore,
} from './scorecard';
import {
  DatabaseComponentStore,
  DatabaseHeartbeatStore,
  DatabaseMaintenanceStore,
  IncidentNoteStore,
} from './uptime';

export type Stores = ReturnType<typeof createStores>;

export function createStores(knex: Knex, config: AdoptionMetricsConfig) {
  const settings = new SettingsStore(knex);
  return {
    settings,
    people: new DatabasePeopleStore(knex),
    personRecords: new DatabasePersonRecordStore(knex, activityPersonTables),
    personActivity: new DatabasePersonActivityReader(knex),
    developers: new DatabaseDeveloperStore(knex),
    teams: new DatabaseTeamStore(knex),
    activity: new DatabaseActivityStore(knex),
    uses: new DatabaseUseStore(knex),
    lifecycle: new DatabaseLifecycleStore(knex),
    pageLoads: new DatabasePageLoadStore(knex, targetMsOf(config)),
    heartbeats: new DatabaseHeartbeatStore(knex),
    components: new DatabaseComponentStore(knex),
    maintenance: new DatabaseMaintenanceStore(knex),
    incidentNotes: new IncidentNoteStore(knex),
    scans: new DatabaseCatalogScanStore(knex),
    entityAges: new DatabaseEntityAgeStore(knex),
    verifications: new DatabaseVerificationStore(knex),
    ownerNotices: new OwnerNoticeStore(knex),
    scanJournal: new DatabaseScanJournal(knex, config.zone),
    samples: new DatabaseSampleStore(knex),
    closes: new DayCloseStore(knex),
    alerts: new DatabaseAlertStore(knex),
    acknowledgements: new AcknowledgementStore(knex),
    mutes: new MuteStore(knex),
    annotations: new AnnotationStore(knex),
    programmes: new DatabaseProgrammeStore(knex),
    programmeWeeks: new DatabaseProgrammeWeekStore(knex),
    definitions: new DefinitionStore(knex),
    history: new SampleHistoryStore(settings, config.zone),
  };
}

/** The target of page loads in ms. */
export function targetMsOf({ targets }: AdoptionMetricsConfig): number {
  return Math.round(targets['page-load'].value * 1000);
}
