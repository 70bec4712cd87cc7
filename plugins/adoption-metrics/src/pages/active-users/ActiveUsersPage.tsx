import { MetricPage } from '../../ui/metric/MetricPage';
import { ActiveUsersSections } from './ActiveUsersSections';

export function ActiveUsersPage() {
  return <MetricPage id="active-users" sections={ActiveUsersSections} />;
}
