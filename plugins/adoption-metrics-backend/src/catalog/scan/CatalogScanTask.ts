import { LoggerService } from '@backstage/backend-plugin-api';
import { CatalogReader } from './CatalogReader';
import { CatalogScanner } from './CatalogScanner';

/**
 * Scans the catalog from time to time, and says so when that begins to fail and
 * when it is well again: once, not each time.
 */
export class CatalogScanTask {
  #failing = false;

  constructor(
    private readonly options: {
      scanner: Pick<CatalogScanner, 'scan'>;
      reader: CatalogReader;
      logger: LoggerService;
    },
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const { scanner, reader, logger } = this.options;
    const result = await scanner.scan({ reader, signal });
    if (signal.aborted || result.status === 'superseded') {
      return;
    }
    const failing = result.status === 'failed';
    if (failing === this.#failing) {
      return;
    }
    this.#failing = failing;
    if (result.status === 'failed') {
      logger.warn(
        `The catalog cannot be scanned; the last good value stays: ${result.error}`,
      );
    } else {
      logger.info('The catalog can be scanned again');
    }
  }
}
