select 0 as set_no,
  '' as eg_s0_value,
  eg_bucket,
  cast(count(*) as varchar) as seen,
  cast(sum(m0_pair) as varchar) as m0_pairs,
  cast(sum(m0_single) as varchar) as m0_singles,
  cast(sum(m0_unsound) as varchar) as m0_unsounds,
  cast(sum(case when m0_b > m0_a then 1 else 0 end) as varchar) as m0_gains,
  cast(sum(case when m0_b < m0_a then 1 else 0 end) as varchar) as m0_losses,
  cast(sum(m0_a) as varchar) as m0_baseline,
  cast(sum(m0_b) as varchar) as m0_candidate,
  cast(sum(case when m0_pair = 1 and m0_a > 100000 then 1 else 0 end) as varchar) as m0_losable
from (
  select eg_s0,
    eg_bucket,
    m0_pair,
    m0_single,
    m0_unsound,
    cast(floor(m0_a_steps + 0.49999999999999994) as bigint) as m0_a,
    cast(floor(m0_b_steps + 0.49999999999999994) as bigint) as m0_b
  from (
    select eg_s0,
      eg_bucket,
      case when eg_a0 between 1 and 5 and eg_b0 between 1 and 5 then 1 else 0 end as m0_pair,
      case when (eg_a0 is null and eg_b0 is not null) or (eg_a0 is not null and eg_b0 is null) then 1 else 0 end as m0_single,
      case when (eg_a0 is null or eg_a0 between 1 and 5) and (eg_b0 is null or eg_b0 between 1 and 5) then 0 else 1 end as m0_unsound,
      coalesce(case when eg_a0 between 1 and 5 and eg_b0 between 1 and 5 then eg_a0 * 100000 end, 0) as m0_a_steps,
      coalesce(case when eg_a0 between 1 and 5 and eg_b0 between 1 and 5 then eg_b0 * 100000 end, 0) as m0_b_steps
    from (
      select coalesce(nullif("language", ''), '(none)') as eg_s0,
        substring(md5(coalesce("user", '')), 1, 2) as eg_bucket,
        cast("helpful_a" as double precision) as eg_a0,
        cast("helpful_b" as double precision) as eg_b0
      from "pairs"
    ) as pairs
  ) as guarded
) as fixed
group by eg_bucket
union all
select 1 as set_no,
  eg_s0 as eg_s0_value,
  eg_bucket,
  cast(count(*) as varchar) as seen,
  cast(sum(m0_pair) as varchar) as m0_pairs,
  cast(sum(m0_single) as varchar) as m0_singles,
  cast(sum(m0_unsound) as varchar) as m0_unsounds,
  cast(sum(case when m0_b > m0_a then 1 else 0 end) as varchar) as m0_gains,
  cast(sum(case when m0_b < m0_a then 1 else 0 end) as varchar) as m0_losses,
  cast(sum(m0_a) as varchar) as m0_baseline,
  cast(sum(m0_b) as varchar) as m0_candidate,
  cast(sum(case when m0_pair = 1 and m0_a > 100000 then 1 else 0 end) as varchar) as m0_losable
from (
  select eg_s0,
    eg_bucket,
    m0_pair,
    m0_single,
    m0_unsound,
    cast(floor(m0_a_steps + 0.49999999999999994) as bigint) as m0_a,
    cast(floor(m0_b_steps + 0.49999999999999994) as bigint) as m0_b
  from (
    select eg_s0,
      eg_bucket,
      case when eg_a0 between 1 and 5 and eg_b0 between 1 and 5 then 1 else 0 end as m0_pair,
      case when (eg_a0 is null and eg_b0 is not null) or (eg_a0 is not null and eg_b0 is null) then 1 else 0 end as m0_single,
      case when (eg_a0 is null or eg_a0 between 1 and 5) and (eg_b0 is null or eg_b0 between 1 and 5) then 0 else 1 end as m0_unsound,
      coalesce(case when eg_a0 between 1 and 5 and eg_b0 between 1 and 5 then eg_a0 * 100000 end, 0) as m0_a_steps,
      coalesce(case when eg_a0 between 1 and 5 and eg_b0 between 1 and 5 then eg_b0 * 100000 end, 0) as m0_b_steps
    from (
      select coalesce(nullif("language", ''), '(none)') as eg_s0,
        substring(md5(coalesce("user", '')), 1, 2) as eg_bucket,
        cast("helpful_a" as double precision) as eg_a0,
        cast("helpful_b" as double precision) as eg_b0
      from "pairs"
    ) as pairs
  ) as guarded
) as fixed
group by eg_s0, eg_bucket
