import { Config } from '@backstage/config';

const KEY = 'adoptionMetrics.collector';

/**
 * Problems with configuration that is read by browsers, which could otherwise
 * only warn in their consoles. Reads it in the same way as the collector.
 */
export function collectorFaults(config: Config): string[] {
  const settings = [
    () => config.getOptionalBoolean(`${KEY}.enabled`),
    () => config.getOptionalBoolean(`${KEY}.automatedBrowsers`),
    () => checkOrigins(config.getOptionalStringArray(`${KEY}.origins`)),
    () => checkSampling(config.getOptionalNumber(`${KEY}.pageLoadSampling`)),
  ];
  return settings.flatMap(read => {
    try {
      read();
      return [];
    } catch (error) {
      return [
        `${
          (error as Error).message
        }; until this is fixed, no browser reports anything`,
      ];
    }
  });
}

function checkOrigins(origins: string[] = []): void {
  const wrong = origins.find(each => !hasOrigin(each));
  if (wrong !== undefined) {
    throw new Error(
      `${KEY}.origins has '${wrong}'; expected origins such as https://portal.example.com`,
    );
  }
}

function hasOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.origin !== 'null';
}

function checkSampling(share = 1): void {
  if (!(share >= 0 && share <= 1)) {
    throw new Error(
      `${KEY}.pageLoadSampling is ${share}; expected numbers from 0 to 1`,
    );
  }
}
