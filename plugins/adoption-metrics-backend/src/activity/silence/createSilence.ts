import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import {
  GuestVisits,
  isGuest,
  PeopleStore,
  Pseudonymizer,
  SecretLinker,
} from '../../people';
import { RollupStore } from '../../samples';
import { ReportingZone } from '../../time';
import { ActivityStore } from '../ActivityStore';
import { DayPeopleRecorder } from './DayPeopleRecorder';
import { DayStore } from './DayStore';
import { SilenceService, SilenceSources } from './SilenceService';

/** Distinguishes days on which nobody came from days that were not observed. */
export function createSilence(handles: {
  knex: Knex;
  clock: Clock;
  zone: ReportingZone;
  people: Pick<PeopleStore, 'admit'>;
  pseudonymize: Pseudonymizer;
  linker: Pick<SecretLinker, 'link' | 'isDone'>;
  guests: Pick<GuestVisits, 'note'>;
  activity: ActivityStore;
  rollups: RollupStore;
  sources: SilenceSources;
}) {
  const { knex, clock, zone, people, pseudonymize, linker, guests } = handles;
  const { activity, rollups, sources } = handles;
  const recorder = new DayPeopleRecorder({ knex, people, clock, zone });
  return {
    silence: new SilenceService({
      knex,
      clock,
      zone,
      days: new DayStore(knex),
      activity,
      rollups,
      sources,
    }),
    /** Records that somebody opened our card or page in the foreground. */
    noteReader(entityRef: string): void {
      if (isGuest(entityRef)) {
        guests.note();
        return;
      }
      const note = () => recorder.note('day_readers', pseudonymize(entityRef));
      if (linker.isDone) {
        note();
        return;
      }
      // Not awaited; if linking fails, it is repeated with the next visit.
      linker.link([entityRef]).then(note, () => {});
    },
    /** Records that somebody's batch failed. */
    noteFailure: (pseudonym: string) =>
      recorder.note('day_failures', pseudonym),
    flush: () => recorder.flush(),
  };
}
