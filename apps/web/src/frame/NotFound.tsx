// An address without a screen.
import { Link } from '@tanstack/react-router';
import { Empty } from '../ui/states.tsx';
import { m } from '../words/index.ts';

/** Says that the address is wrong and leads back; stands in the frame, so that the way on is where it always is. */
export function NotFound() {
  return (
    <div className="page">
      <h1 className="vh">{m.state_not_found()}</h1>
      <Empty title={m.state_not_found()} action={<Link to="/">{m.room_workbench()}</Link>}>
        {m.state_not_found_more()}
      </Empty>
    </div>
  );
}
