import { NotAllowedError } from '@backstage/errors';
import {
  ForgetOutcome,
  MergeOutcome,
  MyData,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { PersonActivityReader, SignedActs } from '../parts';
import { formatInstant, ReportingZone } from '../time';
import { isGuest } from './guests';
import { describeHeld } from './myData';
import { PersonRecordStore } from './PersonRecordStore';
import { Pseudonymizer } from './pseudonym';

/** Shows, merges and deletes what all folders hold about people. */
export class PersonalDataService {
  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      records: PersonRecordStore;
      signedActs: SignedActs[];
      activity: PersonActivityReader | undefined;
      pseudonymize: Pseudonymizer;
      /** Has files of the database hold nothing any more that was deleted. */
      rewrite(tables: string[]): Promise<void>;
    },
  ) {}

  /** Everything that is held about a person. */
  async read(entityRef: string): Promise<MyData> {
    const { clock, zone, records, activity, pseudonymize } = this.options;
    const guest = isGuest(entityRef);
    const record = guest
      ? undefined
      : await records.read(pseudonymize(entityRef));
    const held = record && (await activity?.read(record.personId));
    return {
      computedAt: formatInstant(clock.now()),
      timeZone: zone.name,
      guest,
      ...describeHeld(record, held),
    };
  }

  /** @throws NotAllowedError if this is a guest. */
  async setOptedOut(entityRef: string, optedOut: boolean): Promise<void> {
    if (isGuest(entityRef)) {
      throw new NotAllowedError(
        'Guests are not counted, so there is nothing to choose; sign in as a person',
      );
    }
    const { records, pseudonymize } = this.options;
    await records.setOptedOut(pseudonymize(entityRef), optedOut);
  }

  /**
   * Deletes a person, in files of the database too.
   *
   * @param options.stop - whether the person is not counted again either
   */
  async forget(
    entityRef: string,
    options: { stop: boolean },
  ): Promise<ForgetOutcome> {
    const { records, signedActs, pseudonymize } = this.options;
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

  /** @param merges - pseudonyms, none of which depends on another merge */
  async merge(
    merges: Array<{ from: string; into: string }>,
  ): Promise<MergeOutcome> {
    const unknown: number[] = [];
    for (const [index, identities] of merges.entries()) {
      if (!(await this.options.records.merge(identities))) {
        unknown.push(index);
      }
    }
    return { merged: merges.length - unknown.length, unknown };
  }
}
