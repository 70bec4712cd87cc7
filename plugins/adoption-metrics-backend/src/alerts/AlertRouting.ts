import { InputError } from '@backstage/errors';
import { Alert, alertRules } from 'backstage-plugin-adoption-metrics-common';
import { AlertChannel } from 'backstage-plugin-adoption-metrics-node';
import { ReportingZone } from '../time';
import { MuteStore } from './MuteStore';
import { AlertRules, isMuted } from './ruleSettings';

type Rule = Alert['rule'];

/** Determines which channels send alerts of a rule. */
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

  /** Names of all channels. */
  get channels(): string[] {
    return this.options.channels.map(({ name }) => name);
  }

  /** Names of channels that send alerts of any rule, regardless of mutes. */
  async channelsInUse(): Promise<string[]> {
    const used = await Promise.all(
      alertRules.map(rule => this.channelsOf(rule)),
    );
    return this.channels.filter(name => used.flat().includes(name));
  }

  /** Names of the channels for a rule, regardless of mutes. */
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

  /** Whether a rule is muted at an instant in ms UTC. */
  async isMutedAt(rule: Rule, now: number): Promise<boolean> {
    const { rules, mutes, zone } = this.options;
    const today = zone.dayOf(now);
    const until = await mutes.until(rule);
    return isMuted(rules[rule], today) || isMuted({ mutedUntil: until }, today);
  }

  /** Names of the channels for a rule at an instant in ms UTC. */
  async channelsAt(rule: Rule, now: number): Promise<string[]> {
    return (await this.isMutedAt(rule, now)) ? [] : this.channelsOf(rule);
  }

  // Checked late, because modules can add channels after the configuration is
  // read.
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
