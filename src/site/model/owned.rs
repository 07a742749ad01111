/// Lets a thing of the model that owns its record, as `record`, be asked for the record's keys.
macro_rules! owns_record {
    ($thing:ident: $record:ident) => {
        impl std::ops::Deref for $thing {
            type Target = $record;

            fn deref(&self) -> &$record {
                &self.record
            }
        }
    };
}
