import { SettingsStore } from '../database';
import { areAlike } from './suddenFall';

const FORMER = 'developers.first_reading';

/**
 * Doubts what is read before anything was believed: a portal that starts for
 * the first time is still importing its organisation. A number of developers is
 * believed once the reading before it, by whichever replica, was about the same.
 */
export class FirstReadingGuard {
  constructor(private readonly settings: SettingsStore) {}

  async believes(developers: number): Promise<boolean> {
    const former = await this.settings.get(FORMER);
    await this.settings.set(FORMER, String(developers));
    return former !== undefined && areAlike(Number(former), developers);
  }
}
