import { english } from '../../__testUtils__/english';
import { faultOfRefusal, faultsOf, emptyCandidate } from './proofPlan';

const team = { id: 'group:default/harbor', label: 'Harbor' };

describe('faultsOf', () => {
  it('finds nothing in a plan that can be sent', () => {
    expect(
      faultsOf(
        {
          start: '2027-03-01',
          mode: 'parallel',
          weeks: '2',
          candidates: [{ ...emptyCandidate, portal: 'poc', team }],
        },
        english,
      ),
    ).toEqual({});
  });

  it('names the second candidate of the same portal, and a cost below zero', () => {
    const candidate = { ...emptyCandidate, portal: 'poc', team };
    expect(
      Object.keys(
        faultsOf(
          {
            start: '',
            mode: 'sequential',
            weeks: '1.5',
            candidates: [candidate, { ...candidate, cost: '-1' }],
          },
          english,
        ),
      ),
    ).toEqual([
      'start',
      'weeks',
      'candidates.1.portal',
      'candidates.1.costPerYear',
    ]);
  });
});

describe('faultOfRefusal', () => {
  it('puts what the API refuses beside the field that it names', () => {
    const said = "The field 'candidates.1.team' must be one of the groups";
    expect(faultOfRefusal(said)).toEqual({ 'candidates.1.team': said });
  });

  it('puts a candidate as a whole beside its name', () => {
    const said = "The field 'candidates.0' must be each once";
    expect(faultOfRefusal(said)).toEqual({ 'candidates.0.title': said });
  });

  it('leaves anything else to the form', () => {
    expect(faultOfRefusal('It has started')).toEqual({});
    expect(faultOfRefusal(undefined)).toEqual({});
  });
});
