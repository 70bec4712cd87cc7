import { Participation, ParticipationReader } from '../../parts';
import { ProofStore } from './ProofStore';
import { scheduleOfProof } from './schedule';

/** Lets people see in which proofs of concept they take part, or did. */
export class ProofParticipation implements ParticipationReader {
  constructor(private readonly proofs: ProofStore) {}

  async read(personId: number): Promise<Participation[]> {
    const found: Participation[] = [];
    const proofs = await this.proofs.listHeld();
    for (const { proofId, position } of await this.proofs.ofPerson(personId)) {
      const proof = proofs.find(({ id }) => id === proofId);
      const candidate = proof?.candidates.find(
        each => each.position === position,
      );
      if (proof && candidate) {
        const { title, team } = candidate;
        const days = scheduleOfProof(proof).trials[position - 1];
        found.push({ candidate: title, team: team.name, days });
      }
    }
    return found;
  }
}
