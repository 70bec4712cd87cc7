import { LoggerService } from '@backstage/backend-plugin-api';
import { writeCount } from 'backstage-plugin-adoption-metrics-common';
import { reasonOf } from '../failures';
import { Day } from '../time';
import { CatalogShapeStore } from './CatalogShapeStore';
import { DeveloperCollection, DeveloperCollector } from './DeveloperCollector';
import { OrganizationReader } from './OrganizationReader';
import { ReadingFailureStore } from './ReadingFailureStore';

type Outcome = DeveloperCollection | { status: 'failed'; reason: string };

/**
 * Reads the organization regularly, and logs a problem once, not every time.
 */
export class DeveloperTask {
  #status: Outcome['status'] = 'collected';
  #hasRead = false;

  constructor(
    private readonly options: {
      reader: Pick<OrganizationReader, 'read'>;
      collector: DeveloperCollector;
      /** Links people who are stored under a previous secret. */
      recognize?(entityRefs: string[]): Promise<void>;
      failures: Pick<ReadingFailureStore, 'record'>;
      shapes: Pick<CatalogShapeStore, 'record'>;
      logger: LoggerService;
      today(): Day;
    },
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const outcome = await this.#collect(signal);
    if (signal.aborted) {
      return;
    }
    await this.#record(outcome);
    const isFirst = !this.#hasRead;
    this.#hasRead = true;
    if (isFirst && outcome.status === 'empty') {
      // The catalog may still be importing its first entities.
      this.options.logger.info('The catalog has no users yet');
      return;
    }
    if (outcome.status !== this.#status) {
      this.#status = outcome.status;
      this.#report(outcome);
    }
  }

  async #collect(signal: AbortSignal): Promise<Outcome> {
    const { reader, collector, recognize, shapes, today } = this.options;
    try {
      const organization = await reader.read(signal);
      await recognize?.(organization.users.map(({ entityRef }) => entityRef));
      const outcome = await collector.collect(organization, today());
      await shapes.record(organization.users);
      return outcome;
    } catch (error) {
      return { status: 'failed', reason: reasonOf(error) };
    }
  }

  // If the database itself failed, only the log remains.
  async #record(outcome: Outcome): Promise<void> {
    const reason = outcome.status === 'failed' ? outcome.reason : undefined;
    await this.options.failures.record(reason).catch(() => {});
  }

  #report(outcome: Outcome): void {
    const { logger } = this.options;
    switch (outcome.status) {
      case 'collected':
        logger.info(`The catalog has ${write(outcome.developers)}`);
        break;
      case 'unconfirmed':
        logger.info(
          `The catalog has ${write(
            outcome.developers,
          )} so far; they count once a second sync confirms them`,
        );
        break;
      case 'held':
        logger.warn(
          `The catalog has ${write(outcome.developers)} after ${
            outcome.previously
          }, or no groups anymore; keeping the previous state until a second sync confirms it`,
        );
        break;
      case 'empty':
        logger.warn('The catalog has no users; keeping the known developers');
        break;
      default:
        logger.warn(
          `The users and groups of the catalog could not be read; keeping the known developers: ${outcome.reason}`,
        );
    }
  }
}

function write(developers: number): string {
  return writeCount(developers, 'developer', 'developers');
}
