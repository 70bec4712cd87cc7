import fc from 'fast-check';
import { commonShape, NameShapes } from './NameShapes';

const five = ['ada', 'bob', 'cyd', 'dan', 'eve'];

function shapeAmong(others: string[], entityRef: string): string {
  const shapes = new NameShapes();
  [...others, entityRef].forEach(ref => shapes.note(ref));
  return shapes.shapeOf(entityRef);
}

describe('NameShapes', () => {
  it.each([
    ['user:default/p0', 'default/‹name›'],
    ['user:default/ADA.Lovelace', 'default/‹name›.‹name›'],
    ['user:default/ada-lovelace', 'default/‹name›-‹name›'],
    ['user:default/123456', 'default/‹number›'],
    ['user:default/ada@contoso.com', 'default/‹name›@‹domain›'],
    ['user:default/ada_contoso.com', 'default/‹name›_‹domain›'],
    ['user:default/a_fabrikam.com#EXT#', 'default/‹name›_‹domain›'],
    ['user:ada/ada', '‹namespace›/‹name›'],
    ['user:default/艾達', 'default/‹name›'],
    ['user:default/a.b.c.d.e.f', 'default/‹name›.‹name›.‹name›.‹name›.….…'],
    ['nonsense', 'default/‹name›'],
  ])('shows how %s looks', (ref, shape) => {
    expect(shapeAmong([], ref)).toBe(shape);
  });

  it('quotes a domain and a namespace that several people share', () => {
    const refs = five.map(name => `user:acme/${name}_contoso.com`);
    expect(shapeAmong(refs.slice(0, 3), refs[4])).toBe(
      '‹namespace›/‹name›_‹domain›',
    );
    expect(shapeAmong(refs, refs[0])).toBe('acme/‹name›_contoso.com');
  });

  it('counts a person once, however often they sign in', () => {
    const ada = 'user:ada/ada_lovelace.me';
    expect(shapeAmong(Array(9).fill(ada), ada)).toBe(
      '‹namespace›/‹name›_‹domain›',
    );
  });

  it('quotes nothing that a single person has', () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/);
    fc.assert(
      fc.property(word, word, fc.constantFrom(...'._-@+'), (a, b, mark) => {
        const said = shapeAmong([], `user:${a}/${a}${mark}${b}`);
        const rest = said.replace(/‹\w+›/g, '');
        expect(rest).toMatch(/^[/._@+-]*$/);
      }),
    );
  });

  it('finds the shape that most names have', () => {
    const refs = five.map(name => `user:default/${name}_contoso.com`);
    expect(commonShape([...refs, 'user:default/root'])).toBe(
      'default/‹name›_contoso.com',
    );
    expect(commonShape([])).toBeUndefined();
  });
});
