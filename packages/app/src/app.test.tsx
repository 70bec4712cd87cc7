import { render, screen } from '@testing-library/react';
import { app } from './app';

describe('app', () => {
  it('begins with the choice of a person', async () => {
    jest.replaceProperty(process, 'env', {
      ...process.env,
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: { title: 'Acme Developer Portal' },
            backend: { baseUrl: 'http://localhost:7007' },
            demo: { people: [] },
          },
        },
      ] as unknown as string,
    });

    render(app.createRoot());

    expect(
      await screen.findByRole('heading', { name: 'Acme Developer Portal' }),
    ).toBeInTheDocument();
  });
});
