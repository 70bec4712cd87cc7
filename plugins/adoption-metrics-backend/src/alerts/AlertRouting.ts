import { InputError } from '@backstage/errors';
import { Alert, alertRules } from 'backstage-plugin-adoption-metrics-common';
import { AlertChannel } from 'backstage-plugin-adoption-metrics-node';
import { ReportingZone } from '../time';
import { MuteStore } from './MuteStore';
import { AlertRules, isMuted } from './ruleSettings';

type Rule = Alert['rule'];

/** Decides which channels notify of a rule. */
export class AlertRouting {
  constructor(
    private readonly options: {
      channels: Array<Pick<AlertChannel, 'name' | 'reaches'>>;
      rules: AlertRules;
      mutes: Pick<MuteStore, 'until'>;
      zone: ReportingZone;
    },
  ) {
    this.#assertChannels();
  }

  /** Names of the channels that are set up. */
  get channels(): string[] {
    return this.options.channels.map(({ name }) => name);
  }

  /** Names of the channels that notify of a rule unless it is muted. */
  channelsOf(rule: Rule): string[] {
    const { enabled, channels: chosen } = this.options.rules[rule];
    return enabled
      ? this.options.channels
          .filter(({ name }) => chosen?.includes(name) ?? true)
          .filter(channel => channel.reaches?.(rule) ?? true)
          .map(({ name }) => name)
      : [];
  }

  /** Those that notify of it at a moment, in ms UTC. */
  async channelsAt(rule: Rule, now: number): Promise<string[]> {
    const { rules, mutes, zone } = this.options;
    const today = zone.dayOf(now);
    const until = await mutes.until(rule);
    return isMuted(rules[rule], today) || isMuted({ mutedUntil: until }, today)
      ? []
      : this.channelsOf(rule);
  }

  // Not when the configuration is read: modules add channels of their own.
  #assertChannels(): void {
    const names = this.channels;
    for (const rule of alertRules) {
      const unknown = this.options.rules[rule].channels?.find(
        name => !names.includes(name),
      );
      if (unknown !== undefined) {
        throw new InputError(
          `adoptionMetrics.alerts.rules.${rule}.channels names '${unknown}'; accepted are the channels that are set up: ${
            names.join(', ') || 'none is'
          }`,
        );
      }
    }
  }
}
