import { createBackend } from '@backstage/backend-defaults';

// Ends with the test that started it, however that one ends.
process.on('disconnect', () => process.exit(1));

const backend = createBackend();
backend.add(import('../index'));
backend.start();
