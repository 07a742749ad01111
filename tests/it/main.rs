//! What people see, tried through the library's and the command's public surface.

mod layering;
