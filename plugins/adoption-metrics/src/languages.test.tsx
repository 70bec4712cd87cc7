import { screen } from '@testing-library/react';
import { allMet, FixtureApi } from './__fixtures__';
import { openApp } from './__testUtils__/openApp';

const yes = () => true;
const plain = (text: string | null) => text?.replace(/\s/g, ' ');

describe('languages', () => {
  // Backstage remembers the language of a reader.
  afterEach(() => window.localStorage.clear());

  it('are those that the portal offers and the reader has chosen', async () => {
    openApp('/adoption/page-load', new FixtureApi(allMet), yes, 'de');
    expect(
      await screen.findByRole('heading', { name: /^Seiten laden in/ }),
    ).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Überblick' })).toBeVisible();
    expect(document.title).toBe('Ladezeit · Adoption');
    const value = await screen.findAllByText(/\d,\d s/);
    expect(plain(value[0].textContent)).not.toMatch(/\d\.\d/);
  });

  it('are English where a portal offers a language that nobody has written', async () => {
    openApp('/adoption/page-load', new FixtureApi(allMet), yes, 'fr');
    expect(
      await screen.findByRole('heading', { name: /^Pages load in/ }),
    ).toBeVisible();
  });
});
