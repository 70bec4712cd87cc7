import { FigurePage } from '../../ui/metric/FigurePage';
import { PageLoadSections } from './PageLoadSections';

export function PageLoadPage() {
  return (
    <FigurePage
      metric="page-load"
      title="Page load"
      sections={PageLoadSections}
    />
  );
}
