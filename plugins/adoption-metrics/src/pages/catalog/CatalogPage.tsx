import { MetricPage } from '../../ui/metric/MetricPage';
import { StaleEntitySections } from './StaleEntitySections';

export function CatalogPage() {
  return <MetricPage id="stale-entities" sections={StaleEntitySections} />;
}
