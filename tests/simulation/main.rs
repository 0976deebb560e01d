//! The load model against numbers from elsewhere, against events one by one, and against what must always hold.

mod designs;
mod events;
mod figures;
mod properties;
mod vectors;
