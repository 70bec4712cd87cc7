import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages are imported when they are shown, which takes long on a busy machine.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);
