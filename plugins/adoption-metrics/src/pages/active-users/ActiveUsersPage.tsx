import { FigurePage } from '../../ui/metric/FigurePage';
import { ActiveUsersSections } from './ActiveUsersSections';

export function ActiveUsersPage() {
  return (
    <FigurePage
      metric="active-users"
      title="Active users"
      sections={ActiveUsersSections}
    />
  );
}
