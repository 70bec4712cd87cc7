import { MetricPage } from '../../ui/metric/MetricPage';
import { PageLoadSections } from './PageLoadSections';

export function PageLoadPage() {
  return <MetricPage id="page-load" sections={PageLoadSections} />;
}
