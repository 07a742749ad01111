/// Declares what templates are given: for each view its fields in order, each with its type and its meaning.
macro_rules! views {
    ($(
        $(#[$about:meta])*
        $name:ident $(<$life:lifetime $(, $of:ident)?>)? {
            $($(#[$attribute:meta])* $field:ident: $type:ty, $meaning:literal;)+
        }
    )+) => {$(
        $(#[$about])*
        #[derive(Debug, serde::Serialize)]
        pub struct $name $(<$life $(, $of)?>)? {
            $($(#[$attribute])* #[doc = $meaning] pub $field: $type,)+
        }
    )+};
}
