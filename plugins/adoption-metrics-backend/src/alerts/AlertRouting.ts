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

  /** Names of those that notify of any rule, but for mutes. */
  async channelsInUse(): Promise<string[]> {
    const used = await Promise.all(
      alertRules.map(rule => this.channelsOf(rule)),
    );
    return this.channels.filter(name => used.flat().includes(name));
  }

  /** Names of the channels that notify of a rule unless it is muted. */
  async channelsOf(rule: Rule): Promise<string[]> {
    const { enabled, channels: chosen } = this.options.rules[rule];
    const found: string[] = [];
    for (const channel of enabled ? this.options.channels : []) {
      const isChosen = chosen?.includes(channel.name) ?? true;
      if (isChosen && ((await channel.reaches?.(rule)) ?? true)) {
        found.push(channel.name);
      }
    }
    return found;
  }

  /** Whether nobody is notified of a rule at a moment, in ms UTC. */
  async isMutedAt(rule: Rule, now: number): Promise<boolean> {
    const { rules, mutes, zone } = this.options;
    const today = zone.dayOf(now);
    const until = await mutes.until(rule);
    return isMuted(rules[rule], today) || isMuted({ mutedUntil: until }, today);
  }

  /** Those that notify of it at a moment, in ms UTC. */
  async channelsAt(rule: Rule, now: number): Promise<string[]> {
    return (await this.isMutedAt(rule, now)) ? [] : this.channelsOf(rule);
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
          `adoptionMetrics.alerts.rules.${rule}.channels names '${unknown}'; expected one of the configured channels: ${
            names.join(', ') || 'none'
          }`,
        );
      }
    }
  }
}
