import { createBackend } from '@backstage/backend-defaults';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { company } from '../cluster/company';
import { answerQuestions } from './answer';
import { bendTime } from './bendTime';
import { Tasks, tasksVariable } from './contract';
import { hastyClock } from './hastyClock';
import { restlessScheduler } from './restlessScheduler';

const time = bendTime();
answerQuestions();
const backend = createBackend();
backend.add(catalogServiceMock.factory({ entities: company() }));
if (time && time.speed !== 1) {
  backend.add(hastyClock);
}
const tasks = process.env[tasksVariable] as Tasks;
if (tasks === 'restless') {
  backend.add(restlessScheduler);
}
backend.add(import('backstage-plugin-adoption-metrics-backend'));
backend.start();
