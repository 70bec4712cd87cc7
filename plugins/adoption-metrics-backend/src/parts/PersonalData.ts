import { PersonActivityReader } from './PersonActivityReader';
import { PersonTable } from './PersonTable';
import { SignedActs } from './SignedActs';

/** What a folder holds about people, so that it can be shown, moved and deleted. */
export interface PersonalData {
  /** Tables with rows about people, deleted by "forget" and moved by "merge". */
  tables?: PersonTable[];
  /** What people did under their names, made anonymous by "forget". */
  signedActs?: SignedActs[];
  /** What is shown to the person. */
  activity?: PersonActivityReader;
}
