import { FigurePage } from '../../ui/metric/FigurePage';
import { UptimeSections } from './UptimeSections';

export function UptimePage() {
  return (
    <FigurePage metric="uptime" title="Uptime" sections={UptimeSections} />
  );
}
