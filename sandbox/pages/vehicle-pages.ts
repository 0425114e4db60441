import { type Exchange, type Reply } from '../server/exchange.js';
import { type VehicleFacts } from '../dvla/vehicle.record.js';
import { html, type Html } from './html.js';
import { pageReply } from './layout.js';
import { listTable, pagingLinks } from './list-parts.js';

const PAGE_SIZE = 50;

/** What the stand-in for DVLA's register says; a registration number stands in no address. */
export function vehicleListPage(exchange: Exchange): Reply {
  const vehicles = exchange.state.vehicles.all().map(({ facts }) => facts);
  vehicles.sort((a, b) => a.registrationNumber.localeCompare(b.registrationNumber));
  const pages = Math.max(1, Math.ceil(vehicles.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, Number(exchange.url.searchParams.get('page')) || 1), pages);
  const shown = vehicles.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const content = html`<h1>Vehicles</h1>
    <p>
      What the stand-in for DVLA’s Vehicle Enquiry Service answers, besides DVLA’s own test marks
      (AA19AAA and the others; ER19NFD is not found, ER19MNT is under maintenance).
    </p>
    ${vehicleTable(shown, `${vehicles.length} made to order`)}
    ${pagingLinks({ page, pages, path: '/vehicles', query: {} })}`;
  return pageReply({ title: 'Vehicles', section: 'vehicles', content });
}

function vehicleTable(vehicles: VehicleFacts[], caption: string): Html {
  if (vehicles.length === 0) return html`<p>No vehicle was made to order.</p>`;
  const rows = vehicles.map((vehicle) => [
    html`${vehicle.registrationNumber}`,
    html`${[vehicle.make, vehicle.colour].filter(Boolean).join(', ')}`,
    html`${vehicle.wheelplan ?? ''}`,
    html`${vehicle.dateOfLastV5CIssued ?? ''}`,
    html`${[vehicle.taxStatus, vehicle.motStatus].filter(Boolean).join('; MOT ')}`,
  ]);
  const columns = [
    { heading: 'Registration' },
    { heading: 'Make and colour' },
    { heading: 'Wheelplan' },
    { heading: 'Last V5C' },
    { heading: 'Tax and MOT' },
  ];
  return listTable(caption, columns, rows);
}
