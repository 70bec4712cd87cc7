import { NotAllowedError } from '@backstage/errors';
import {
  ForgetOutcome,
  MergeOutcome,
  MyData,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import {
  ParticipationReader,
  PersonActivityReader,
  PersonPortalReader,
  SignedActs,
} from '../parts';
import { formatInstant, ReportingZone } from '../time';
import { isGuest } from './guests';
import { describeHeld } from './myData';
import { PersonRecordStore } from './PersonRecordStore';
import { Pseudonymizer } from './pseudonym';
import { SecretLinker } from './secrets';

/** Shows, merges, and deletes data about people, in all folders. */
export class PersonalDataService {
  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      records: PersonRecordStore;
      /**
       * Called first, because the person may be stored under a previous secret.
       */
      linker: Pick<SecretLinker, 'link'>;
      signedActs: SignedActs[];
      activity: PersonActivityReader | undefined;
      participation: ParticipationReader | undefined;
      portals: PersonPortalReader | undefined;
      pseudonymize: Pseudonymizer;
      /** Removes deleted data from the database files. */
      rewrite(tables: string[]): Promise<void>;
    },
  ) {}

  /** Everything that is stored about a person. */
  async read(entityRef: string): Promise<MyData> {
    const { clock, zone, records, linker, pseudonymize } = this.options;
    const { activity, participation, portals } = this.options;
    const guest = isGuest(entityRef);
    await linker.link(guest ? [] : [entityRef]);
    const record = guest
      ? undefined
      : await records.read(pseudonymize(entityRef));
    const held = record && (await activity?.read(record.personId));
    const taking = record && (await participation?.read(record.personId));
    const elsewhere = record && (await portals?.read(record.personId));
    return {
      computedAt: formatInstant(clock.now()),
      timeZone: zone.name,
      guest,
      ...describeHeld(record, held, taking, elsewhere),
    };
  }

  /**
   * @throws NotAllowedError for guests
   */
  async setOptedOut(entityRef: string, optedOut: boolean): Promise<void> {
    if (isGuest(entityRef)) {
      throw new NotAllowedError(
        'Guests are not counted, so there is no choice to make; sign in with a personal account',
      );
    }
    const { records, linker, pseudonymize } = this.options;
    await linker.link([entityRef]);
    await records.setOptedOut(pseudonymize(entityRef), optedOut);
  }

  /**
   * Deletes a person, also from the database files.
   *
   * @param options.stop - whether to ignore future activity as well
   */
  async forget(
    entityRef: string,
    options: { stop: boolean },
  ): Promise<ForgetOutcome> {
    const { records, linker, signedActs, pseudonymize } = this.options;
    await linker.link([entityRef]);
    for (const acts of signedActs) {
      await acts.forgetAuthor(entityRef.toLocaleLowerCase('en-US'));
    }
    const outcome = await records.forget(pseudonymize(entityRef), options);
    await this.options.rewrite([
      ...records.namingTables,
      ...signedActs.flatMap(acts => acts.signedTables),
    ]);
    return outcome;
  }

  /**
   * @param merges - entity refs; no merge may depend on another one
   */
  async merge(
    merges: Array<{ from: string; into: string }>,
  ): Promise<MergeOutcome> {
    const { records, linker, pseudonymize } = this.options;
    await linker.link(merges.flatMap(({ from, into }) => [from, into]));
    const unknown: number[] = [];
    for (const [index, { from, into }] of merges.entries()) {
      const identities = {
        from: pseudonymize(from),
        into: pseudonymize(into),
      };
      if (!(await records.merge(identities))) {
        unknown.push(index);
      }
    }
    return { merged: merges.length - unknown.length, unknown };
  }
}
