import { MetricPage } from '../../ui/metric/MetricPage';
import { UptimeSections } from './UptimeSections';

export function UptimePage() {
  return <MetricPage id="uptime" sections={UptimeSections} />;
}
