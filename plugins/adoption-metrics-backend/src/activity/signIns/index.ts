export { SignInNames } from './SignInNames';
export { countShapes, SignInShapeStore } from './SignInShapeStore';
export {
  foreignSignIns,
  measureSignIns,
  signInsIn,
  withholdForeign,
} from './signIns';
