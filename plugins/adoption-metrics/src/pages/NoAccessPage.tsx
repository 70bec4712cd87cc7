import { Container } from '@backstage/ui';
import { NoPermission } from '../ui/loading/failures';
import { Surface } from '../ui/Surface';
import { MyDataPage } from './my-data/MyDataPage';

/** All of `/adoption` for those who may not read: whom to ask, and their data. */
export function NoAccessPage() {
  return (
    <>
      <Container>
        <Surface>
          <NoPermission />
        </Surface>
      </Container>
      <MyDataPage />
    </>
  );
}
