import { InputError, NotFoundError } from '@backstage/errors';
import {
  AcknowledgementRequest,
  AlertAcknowledgement,
  AlertList,
  AlertMuteRequest,
} from 'backstage-plugin-adoption-metrics-common';
import { refusalOf } from 'backstage-plugin-adoption-metrics-common/contract';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { z } from 'zod';
import { AskedPage, CursorFactory, Cursors } from '../http';
import { Day, formatDay, parseDay, ReportingZone } from '../time';
import { AcknowledgementStore } from './AcknowledgementStore';
import { StoredAlert } from './Alert';
import { AlertRouting } from './AlertRouting';
import { AlertPosition, AlertStore } from './AlertStore';
import { toAcknowledgement, toAlert, toDelivery } from './answers';
import { DeliveryStore } from './DeliveryStore';
import { MuteStore } from './MuteStore';
import { AlertRules } from './ruleSettings';
import { describeRules } from './ruleStates';

const LONGEST_MUTE_DAYS = 366;
const position = z.object({ id: z.number(), at: z.number() });

/** Lists alerts, and lets people acknowledge and mute them. */
export class AlertService {
  readonly #cursors: Cursors<AlertPosition>;

  constructor(
    private readonly options: {
      store: Pick<AlertStore, 'newest' | 'has'>;
      deliveries: Pick<DeliveryStore, 'of'>;
      acknowledgements: Pick<AcknowledgementStore, 'of' | 'set'>;
      mutes: Pick<MuteStore, 'all' | 'set' | 'end'>;
      clock: Clock;
      zone: ReportingZone;
      rules: AlertRules;
      /** Whether to include who acknowledged and muted. */
      names: boolean;
      routing: Pick<AlertRouting, 'channelsInUse' | 'channelsOf'>;
      cursors: CursorFactory;
    },
  ) {
    this.#cursors = options.cursors('GET /alerts', position);
  }

  /** A page of alerts, newest first, with the state of all rules. */
  async list(
    asked: AskedPage & { query: { limit: number } },
  ): Promise<AlertList> {
    const { store, mutes, routing, rules, names } = this.options;
    const { limit } = asked.query;
    const after = this.#cursors.read(asked);
    const found = await store.newest({ limit: limit + 1, after });
    const listed = found.slice(0, limit);
    const last = found.length > limit ? listed.at(-1) : undefined;
    return {
      channels: await routing.channelsInUse(),
      rules: await describeRules(rules, {
        routing,
        mutes: (
          await mutes.all()
        ).map(mute => (names ? mute : { ...mute, by: undefined })),
        today: this.#today(),
      }),
      alerts: await this.#describe(listed),
      nextCursor: last
        ? this.#cursors.write({ id: last.id, at: last.at }, asked)
        : null,
    };
  }

  /** @throws NotFoundError if there is no such alert */
  async acknowledge(
    { id, note }: AcknowledgementRequest,
    by: string,
  ): Promise<AlertAcknowledgement> {
    const { store, acknowledgements, clock } = this.options;
    const alertId = Number(id);
    if (!(await store.has(alertId))) {
      throw new NotFoundError(`There is no alert '${id}'`);
    }
    const acknowledgement = { alertId, at: clock.now(), by, note };
    await acknowledgements.set(acknowledgement);
    return toAcknowledgement(acknowledgement);
  }

  /**
   * @throws InputError if the day is in the past, or too far ahead
   */
  async mute(
    { rule, until }: AlertMuteRequest,
    by: string,
  ): Promise<AlertMuteRequest> {
    const { mutes, clock } = this.options;
    if (until === null) {
      await mutes.end(rule);
    } else {
      const day = readMuteEnd(until, this.#today());
      await mutes.set({ rule, until: day, at: clock.now(), by });
    }
    return { rule, until };
  }

  async #describe(alerts: StoredAlert[]): Promise<AlertList['alerts']> {
    const { names } = this.options;
    const ids = alerts.map(({ id }) => id);
    const deliveries = await this.options.deliveries.of(ids);
    const acknowledged = await this.options.acknowledgements.of(ids);
    return alerts.map(alert => {
      const acknowledgement = acknowledged.get(alert.id);
      return {
        ...toAlert(alert),
        wording: alert.wording ?? null,
        deliveries: deliveries
          .filter(({ alertId }) => alertId === alert.id)
          .map(toDelivery),
        acknowledgement: acknowledgement
          ? named(toAcknowledgement(acknowledgement), names)
          : null,
      };
    });
  }

  #today(): Day {
    const { clock, zone } = this.options;
    return zone.dayOf(clock.now());
  }
}

function named(
  acknowledgement: AlertAcknowledgement,
  names: boolean,
): AlertAcknowledgement {
  return names ? acknowledgement : { ...acknowledgement, by: null };
}

function readMuteEnd(text: string, today: Day): Day {
  const day = parseDay(text)!;
  if (day < today || day > today + LONGEST_MUTE_DAYS) {
    const accepted = `days from today, ${formatDay(
      today,
    )}, to a year from now, or null`;
    throw new InputError(refusalOf("field 'until'", text, accepted));
  }
  return day;
}
