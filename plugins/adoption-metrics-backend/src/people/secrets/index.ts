export { checkSecret } from './checkSecret';
export {
  type ConfiguredSecrets,
  countFormer,
  resolveSecrets,
  type Secrets,
} from './resolveSecrets';
export { SecretLinker } from './SecretLinker';
