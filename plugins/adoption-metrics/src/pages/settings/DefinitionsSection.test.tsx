import { screen, waitFor } from '@testing-library/react';
import { FixtureApi, nineMonthsIn } from '../../__fixtures__';
import { brokenRules, renderWithApi } from '../../__testUtils__/renderWithApi';
import { DefinitionsSection } from './DefinitionsSection';

describe('DefinitionsSection', () => {
  afterEach(() => {
    window.location.hash = '';
  });

  it('shows text, target, version and since when', async () => {
    const { container } = renderWithApi(
      <DefinitionsSection />,
      new FixtureApi(nineMonthsIn),
    );

    const uptime = await screen.findByRole('article', {
      name: 'Uptime, 30 days',
    });
    expect(uptime).toHaveTextContent('maintenance declared in advance');
    expect(uptime).toHaveTextContent(
      'Target at least 99.9% · version 1, in effect since Feb 16, 2026',
    );
    expect(await brokenRules(container)).toEqual([]);
  });

  it('goes to the definition that the address names', async () => {
    const scrolled: Element[] = [];
    Element.prototype.scrollIntoView = function scrollIntoView() {
      scrolled.push(this);
    };
    window.location.hash = '#uptime';

    renderWithApi(<DefinitionsSection />, new FixtureApi(nineMonthsIn));

    await waitFor(() =>
      expect(scrolled).toEqual([
        screen.getByRole('article', { name: 'Uptime, 30 days' }),
      ]),
    );
  });
});
