/** A vehicle as the service answers it; only the registration number is always there. */
export interface VehicleFacts {
  registrationNumber: string;
  taxStatus?: string;
  taxDueDate?: string;
  artEndDate?: string;
  motStatus?: string;
  motExpiryDate?: string;
  make?: string;
  monthOfFirstDvlaRegistration?: string;
  monthOfFirstRegistration?: string;
  yearOfManufacture?: number;
  engineCapacity?: number;
  co2Emissions?: number;
  fuelType?: string;
  markedForExport?: boolean;
  colour?: string;
  typeApproval?: string;
  wheelplan?: string;
  revenueWeight?: number;
  realDrivingEmissions?: string;
  dateOfLastV5CIssued?: string;
  euroStatus?: string;
  automatedVehicle?: boolean;
}

/** A vehicle made to order, kept under its registration number. */
export interface VehicleRecord {
  id: string;
  facts: VehicleFacts;
}
