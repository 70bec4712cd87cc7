import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';
import { findFreePort } from '../../__testUtils__/freePort';

/**
 * What `instrumentation.js` of a portal sets up: an OpenTelemetry SDK whose
 * metrics are scraped over HTTP. It has to be there before the backend.
 */
export class Scrape {
  private constructor(
    private readonly provider: MeterProvider,
    private readonly port: number,
  ) {}

  static async start(): Promise<Scrape> {
    const port = await findFreePort();
    const exporter = new PrometheusExporter({
      host: '127.0.0.1',
      port,
      preventServerStart: true,
    });
    // It comes with an SDK of its own, of another patch.
    const readers = [exporter as unknown as MetricReader];
    const provider = new MeterProvider({ readers });
    metrics.setGlobalMeterProvider(provider);
    await exporter.startServer();
    return new Scrape(provider, port);
  }

  get target(): string {
    return `127.0.0.1:${this.port}`;
  }

  async text(): Promise<string> {
    const response = await fetch(`http://${this.target}/metrics`);
    return response.text();
  }

  /** Values of the plugin, by name and labels as they are scraped. */
  async values(): Promise<Map<string, number>> {
    const lines = (await this.text()).split('\n');
    return new Map(
      lines
        .filter(line => line.startsWith('adoption_metrics_'))
        .map(line => {
          const end = line.lastIndexOf(' ');
          return [withoutScope(line.slice(0, end)), Number(line.slice(end))];
        }),
    );
  }

  async stop(): Promise<void> {
    metrics.disable();
    await this.provider.shutdown();
  }
}

// Every series names the meter.
function withoutScope(series: string): string {
  return series
    .replace(/,?otel_scope_\w+="[^"]*"/g, '')
    .replace('{,', '{')
    .replace('{}', '');
}
