namespace ProgressBot.Storage;

/// <summary>
/// Tells whether records that were loaded earlier still stand. Time is a count of changes: whoever loads something keeps <see cref="Now"/> of before the loading and
/// asks with it later. Moved and read by units of work of the write queue, which see each other's changes; everybody else may only ask.
/// </summary>
sealed class RecordClock
{
    readonly Lock _gate = new();
    readonly Dictionary<int, long> _units = [];
    long _now, _all;

    public long Now
    {
        get
        {
            lock (_gate) return _now;
        }
    }

    /// <summary>Something that everybody's records may hang on has changed.</summary>
    public void MoveAll()
    {
        lock (_gate)
        {
            _all = ++_now;
            _units.Clear();
        }
    }

    /// <summary>Only these units' reports, totals and evidence have changed.</summary>
    public void Move(IReadOnlyCollection<int> units)
    {
        if (units.Count == 0) return;
        lock (_gate)
        {
            _now++;
            foreach (var unit in units) _units[unit] = _now;
        }
    }

    /// <summary>True when nothing has changed since then.</summary>
    /// <param name="units">Whose records were loaded; null for everybody's, none for what belongs to no unit.</param>
    public bool Stands(long since, IReadOnlyCollection<int>? units)
    {
        lock (_gate)
        {
            if (since < _all) return false;
            if (units is null) return since >= _now;
            foreach (var unit in units)
                if (since < _units.GetValueOrDefault(unit)) return false;
            return true;
        }
    }
}
