//! The load model against numbers from elsewhere, against events one by one, and against what must always hold.

mod caches;
mod chance;
mod designs;
mod environments;
mod figures;
mod properties;
mod queueing;
mod vectors;
