import { FigurePage } from '../../ui/metric/FigurePage';
import { StaleEntitySections } from './StaleEntitySections';

export function CatalogPage() {
  return (
    <FigurePage
      metric="stale-entities"
      title="Stale entities"
      sections={StaleEntitySections}
    />
  );
}
