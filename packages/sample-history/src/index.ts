export { sampleHistory as default } from './module';
