import { DeveloperPreview } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Visibility } from '../http';
import { formatInstant, ReportingZone } from '../time';
import { previewDevelopers, visiblePreview } from './developerPreview';
import { DeveloperStore } from './DeveloperStore';
import { UserClassifier } from './classifyUsers';
import { OptOutReader } from './OptOutReader';
import { Organization } from './Organization';
import { OrganizationReader } from './OrganizationReader';

/** Previews who counts as a developer with the current configuration. */
export class DeveloperPreviewer {
  #reading: Promise<Organization> | undefined;

  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      reader: Pick<OrganizationReader, 'read'>;
      classify: UserClassifier;
      developers: DeveloperStore;
      optOuts: OptOutReader;
      headCount: number | undefined;
    },
  ) {}

  /**
   * @param visibility - hidden teams and people are counted, but not named
   */
  async preview(
    { names }: { names: boolean },
    visibility: Visibility,
  ): Promise<DeveloperPreview> {
    const { clock, zone, classify, developers } = this.options;
    const { optOuts, headCount } = this.options;
    const organization = await this.#read();
    const now = clock.now();
    const today = zone.dayOf(now);
    const preview = previewDevelopers(organization, {
      classified: await classify(organization),
      optedOut: await optOuts.read(today),
      newest: await developers.countToShow(today),
      names,
    });
    return {
      computedAt: formatInstant(now),
      timeZone: zone.name,
      headCount: headCount ?? null,
      ...(await visiblePreview(preview, visibility)),
    };
  }

  // Concurrent requests share one reading of the catalog.
  #read(): Promise<Organization> {
    const { signal } = new AbortController();
    this.#reading ??= this.options.reader.read(signal).finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }
}
